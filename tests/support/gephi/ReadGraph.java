import java.io.File;
import java.util.StringJoiner;
import org.gephi.graph.api.Edge;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.Node;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.project.api.ProjectController;
import org.openide.util.Lookup;

/** Opens a file in Gephi and prints what it holds as JSON. */
class ReadGraph {
    public static void main(String[] arguments) throws Exception {
        var projects = Lookup.getDefault().lookup(ProjectController.class);
        projects.newProject();
        var importer = Lookup.getDefault().lookup(ImportController.class);
        var container = importer.importFile(new File(arguments[0]));
        importer.process(container, new DefaultProcessor(), projects.getCurrentWorkspace());
        var model = Lookup.getDefault().lookup(GraphController.class).getGraphModel();
        var nodes = new StringJoiner(",", "[", "]");
        for (Node node : model.getGraph().getNodes()) {
            nodes.add("[%s,%s,%s,%s]".formatted(text(node.getId()), text(node.getLabel()), node.x(), node.y()));
        }
        var edges = new StringJoiner(",", "[", "]");
        for (Edge edge : model.getGraph().getEdges()) {
            edges.add("[%s,%s,%s,%s]".formatted(text(edge.getId()), text(edge.getSource().getId()),
                    text(edge.getTarget().getId()), text(edge.getTypeLabel())));
        }
        System.out.println("{\"nodes\":" + nodes + ",\"edges\":" + edges + "}");
        System.exit(0);
    }

    private static String text(Object value) {
        if (value == null) return "null";
        var written = new StringBuilder("\"");
        for (char sign : value.toString().toCharArray()) {
            written.append(sign < ' ' || sign > '~' || sign == '"' || sign == '\\' ? "\\u%04x".formatted((int) sign) : sign);
        }
        return written.append('"').toString();
    }
}

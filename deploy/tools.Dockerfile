# What looks after the database: makes schemas and roles, and backs it up.
#   docker build -f deploy/tools.Dockerfile -t posthorn/tools .
ARG POSTGRES_IMAGE=postgres:18
FROM ${POSTGRES_IMAGE}
ARG VERSION=dev
ARG REVISION=unknown
LABEL org.opencontainers.image.title="Posthorn tools" \
    org.opencontainers.image.description="Scripts that make and back up Posthorn's database" \
    org.opencontainers.image.licenses=Apache-2.0 \
    org.opencontainers.image.version=${VERSION} \
    org.opencontainers.image.revision=${REVISION}
COPY deploy/provision-database deploy/backup deploy/restore deploy/after-restore.sql devstack/src/main/resources/io/posthorn/devstack/store/roles.sql /deploy/
USER 10001:10001
ENTRYPOINT []
CMD ["/deploy/backup"]

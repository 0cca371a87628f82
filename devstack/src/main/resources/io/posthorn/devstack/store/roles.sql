-- The schema and the four roles of one service (design section 3). Run by a superuser, once per service, in the
-- service's database; running it again changes nothing but the passwords.
--
-- Placeholders: ${schema}, ${database}, and ${owner_password}, ${runtime_password}, ${worker_password}: passwords, or
-- better SCRAM verifiers, because statements may be logged. `envsubst < roles.sql | psql -v ON_ERROR_STOP=1` works too.
--
--   posthorn_<schema>_owner    owns the schema; migrations only
--   posthorn_<schema>_runtime  requests; row-level security binds it, it sees its own schema only
--   posthorn_<schema>_worker   relay, dispatcher, journal, partitions; with policies of its own
--   posthorn_<schema>_search   owns the search function; nobody logs in as it

DO $$
DECLARE
  role_name text;
BEGIN
  FOREACH role_name IN ARRAY ARRAY['owner', 'runtime', 'worker', 'search'] LOOP
    role_name := 'posthorn_${schema}_' || role_name;
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = role_name) THEN
      EXECUTE format('CREATE ROLE %I', role_name);
    END IF;
    EXECUTE format('ALTER ROLE %I NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS', role_name);
    -- Extensions come second, so new objects go to the service's schema.
    EXECUTE format('ALTER ROLE %I SET search_path = %I, extensions', role_name, '${schema}');
  END LOOP;
END
$$;

ALTER ROLE posthorn_${schema}_owner LOGIN PASSWORD '${owner_password}';
ALTER ROLE posthorn_${schema}_runtime LOGIN PASSWORD '${runtime_password}';
ALTER ROLE posthorn_${schema}_worker LOGIN PASSWORD '${worker_password}';
ALTER ROLE posthorn_${schema}_search NOLOGIN;

-- A long transaction holds back the outbox of everyone (design section 6).
ALTER ROLE posthorn_${schema}_runtime SET transaction_timeout = '30s';
ALTER ROLE posthorn_${schema}_runtime SET idle_in_transaction_session_timeout = '15s';
ALTER ROLE posthorn_${schema}_worker SET idle_in_transaction_session_timeout = '2min';

-- Migrations hand the search function to its role (SET ROLE, ALTER FUNCTION .. OWNER TO), but never see rows through it.
GRANT posthorn_${schema}_search TO posthorn_${schema}_owner WITH SET TRUE, INHERIT FALSE;

-- Nobody gets in by default.
REVOKE ALL ON DATABASE "${database}" FROM PUBLIC;
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT CONNECT ON DATABASE "${database}" TO
  posthorn_${schema}_owner, posthorn_${schema}_runtime, posthorn_${schema}_worker;

CREATE SCHEMA IF NOT EXISTS ${schema};
ALTER SCHEMA ${schema} OWNER TO posthorn_${schema}_owner;
REVOKE ALL ON SCHEMA ${schema} FROM PUBLIC;
GRANT USAGE ON SCHEMA ${schema} TO posthorn_${schema}_runtime, posthorn_${schema}_worker;
GRANT USAGE, CREATE ON SCHEMA ${schema} TO posthorn_${schema}_search;

CREATE SCHEMA IF NOT EXISTS extensions;
CREATE EXTENSION IF NOT EXISTS pg_stat_statements SCHEMA extensions;
CREATE EXTENSION IF NOT EXISTS pg_trgm SCHEMA extensions;
CREATE EXTENSION IF NOT EXISTS btree_gin SCHEMA extensions;
GRANT USAGE ON SCHEMA extensions TO
  posthorn_${schema}_owner, posthorn_${schema}_runtime, posthorn_${schema}_worker, posthorn_${schema}_search;

-- What migrations make is usable at once, except functions: each of those is granted by name, by the migration.
ALTER DEFAULT PRIVILEGES FOR ROLE posthorn_${schema}_owner IN SCHEMA ${schema}
  GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO posthorn_${schema}_runtime, posthorn_${schema}_worker;
ALTER DEFAULT PRIVILEGES FOR ROLE posthorn_${schema}_owner IN SCHEMA ${schema}
  GRANT USAGE ON SEQUENCES TO posthorn_${schema}_runtime, posthorn_${schema}_worker;
ALTER DEFAULT PRIVILEGES FOR ROLE posthorn_${schema}_owner REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
ALTER DEFAULT PRIVILEGES FOR ROLE posthorn_${schema}_search REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

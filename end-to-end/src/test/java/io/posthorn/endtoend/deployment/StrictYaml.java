package io.posthorn.endtoend.deployment;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import io.posthorn.endtoend.Repository;
import java.io.Serial;
import java.util.List;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** YAML without double keys, and typed values without unknown fields. */
public final class StrictYaml {
    private static final ObjectMapper JSON = new ObjectMapper()
            .setAnnotationIntrospector(new KnownFieldsOnly())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private StrictYaml() {}

    public static List<Object> documents(String text) {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        return StreamSupport.stream(
                        new Yaml(new SafeConstructor(options)).loadAll(text).spliterator(), false)
                .toList();
    }

    public static List<Object> documentsOf(String path) {
        return documents(Repository.read(path));
    }

    public static <T> T as(Class<T> type, Object document) {
        return JSON.convertValue(document, type);
    }

    /** The Kubernetes model keeps fields that it does not know; here they are mistakes. */
    private static final class KnownFieldsOnly extends JacksonAnnotationIntrospector {
        @Serial
        private static final long serialVersionUID = 1L;

        @Override
        public Boolean hasAnySetter(Annotated annotated) {
            return false;
        }
    }
}

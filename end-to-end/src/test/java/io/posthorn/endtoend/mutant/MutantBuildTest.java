package io.posthorn.endtoend.mutant;

import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.endtoend.Repository;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The long proof is {@code ./posthorn chaos --mutants}; it must not turn out then that a patch has become stale. */
class MutantBuildTest {
    @TempDir
    Path work;

    @ParameterizedTest
    @EnumSource
    void everyMutantFitsTheSourcesAndCompiles(Mutant mutant) throws IOException {
        var sources = mutant.patch(Repository.ROOT).applied(Repository.ROOT);

        var compiled = new MutantBuild(Repository.ROOT, mutant).compiled(work);

        assertThat(sources).isNotEmpty().allSatisfy((path, text) -> assertThat(text)
                .isNotEqualTo(Repository.read(path)));
        assertThat(compiled).isNotEmpty().allSatisfy((name, bytes) -> assertThat(name)
                .endsWith(".class"));
    }
}

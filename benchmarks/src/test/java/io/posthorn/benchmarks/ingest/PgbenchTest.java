package io.posthorn.benchmarks.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PgbenchTest {
    @Test
    void putsAsManyRowsIntoAStatementAsWeDid() {
        assertThat(Pgbench.rows(0.2, 96)).isEqualTo(1);
        assertThat(Pgbench.rows(5.4, 96)).isEqualTo(6);
        assertThat(Pgbench.rows(13, 96)).isEqualTo(12);
        assertThat(Pgbench.rows(500, 96)).isEqualTo(96);
    }
}

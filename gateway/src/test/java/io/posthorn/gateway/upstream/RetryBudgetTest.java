package io.posthorn.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RetryBudgetTest {
    private final RetryBudget budget = new RetryBudget();

    @Test
    void hasTenInHandAndNotOneMore() {
        assertThat(spendAll()).isEqualTo(10);
    }

    @Test
    void earnsOneForTenRequests() {
        spendAll();
        for (int request = 0; request < 35; request++) {
            budget.earn();
        }

        assertThat(spendAll()).isEqualTo(3);
    }

    @Test
    void savesNoMoreThanTen() {
        for (int request = 0; request < 1000; request++) {
            budget.earn();
        }

        assertThat(spendAll()).isEqualTo(10);
    }

    private int spendAll() {
        int spent = 0;
        while (budget.spend()) {
            spent++;
        }
        return spent;
    }
}

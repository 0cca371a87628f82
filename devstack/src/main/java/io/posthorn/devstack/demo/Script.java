package io.posthorn.devstack.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.posthorn.devstack.client.JsonHttp;
import io.posthorn.devstack.process.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Reads the customers of the demonstration: one JSON object on each line. */
final class Script {
    private Script() {}

    static List<Customer> read(Path file) {
        try {
            var customers = new ArrayList<Customer>();
            var lines = Files.readAllLines(file);
            for (int number = 1; number <= lines.size(); number++) {
                if (!lines.get(number - 1).isBlank()) {
                    customers.add(customer(file, number, lines.get(number - 1)));
                }
            }
            requireDifferent(file, customers);
            return customers;
        } catch (IOException failure) {
            throw new StartFailure("The conversations cannot be read: " + failure, failure);
        }
    }

    private static Customer customer(Path file, int number, String line) {
        try {
            var customer = JsonHttp.MAPPER.readValue(line, Customer.class);
            customer.waId();
            return customer;
        } catch (JsonProcessingException | IllegalArgumentException wrong) {
            throw new StartFailure("%s, line %d: %s".formatted(file, number, wrong.getMessage()), wrong);
        }
    }

    private static void requireDifferent(Path file, List<Customer> customers) {
        var seen = new HashSet<String>();
        for (var customer : customers) {
            if (!seen.add(customer.waId())) {
                throw new StartFailure("%s: %s has the number of somebody else".formatted(file, customer.name()));
            }
        }
    }
}

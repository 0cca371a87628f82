package io.posthorn.devstack.doctor;

import java.util.List;

/** Looks at one thing. What it throws is a finding too. */
interface Check {
    String subject();

    List<Finding> look() throws Exception;
}

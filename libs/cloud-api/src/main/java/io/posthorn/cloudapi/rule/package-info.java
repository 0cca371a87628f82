/**
 * How a rule that is broken is told: a <em>violation</em> says where (JSON pointer), which rule (a code that stays) and what
 * to do. Every violation is reported, not only the first.
 */
package io.posthorn.cloudapi.rule;

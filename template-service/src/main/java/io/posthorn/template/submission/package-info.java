/**
 * What happens to a template at Meta. A <em>submission</em> hands its content in through a channel; a <em>report</em> is
 * what Meta says about it afterwards, by webhook or because we asked.
 */
package io.posthorn.template.submission;

/** How every service reads and answers HTTP: strict JSON, request ids, body limits. */
package io.posthorn.kit.http;

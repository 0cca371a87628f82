/** What only the whole can show: journeys through all services, crashes, and that the files beside the code agree with it. */
package io.posthorn.endtoend;

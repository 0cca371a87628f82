/**
 * Why a call to Meta failed and what may be done about it. An <em>error class</em> says whether the same request may be
 * repeated; a <em>kind</em> says whether Meta can have accepted it.
 */
package io.posthorn.cloudapi.error;

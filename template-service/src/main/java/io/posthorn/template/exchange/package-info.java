/**
 * Templates as files: a folder with one JSON file for each name and language, packed as a ZIP. What is exported, kept under version
 * control and imported again is the same, byte for byte. An import is taken whole or not at all.
 */
package io.posthorn.template.exchange;

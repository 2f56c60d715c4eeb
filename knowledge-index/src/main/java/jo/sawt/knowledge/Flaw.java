package jo.sawt.knowledge;

/**
 * One thing wrong with a record that was handed in.
 *
 * @param pointer JSON pointer (RFC 6901) to the field, empty for the whole record
 * @param remedy what is expected there, so that an editor can mend it
 */
public record Flaw(String pointer, Text remedy) {}

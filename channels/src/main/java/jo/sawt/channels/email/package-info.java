/**
 * Email: a mailbox read over IMAP and answers sent over SMTP. Raw messages come in, whatever their state, and leave as words
 * for the desk; a message that cannot be read, or that a machine wrote, is kept whole instead and never answered. A person
 * is known by the address that the message comes from, so that nobody writes into the matter of another. It knows of the
 * desk nothing but its ports.
 */
@NullMarked
package jo.sawt.channels.email;

import org.jspecify.annotations.NullMarked;

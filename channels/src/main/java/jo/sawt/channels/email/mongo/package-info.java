/**
 * The memory of the email channel in MongoDB: one small document an address, and the messages in quarantine as files of
 * GridFS. What comes in and goes out are the records of {@code jo.sawt.channels.email}; it knows no desk.
 */
@NullMarked
package jo.sawt.channels.email.mongo;

import org.jspecify.annotations.NullMarked;

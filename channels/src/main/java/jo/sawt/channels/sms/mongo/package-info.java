/**
 * The memory of the SMS and WhatsApp channel in MongoDB: small documents, each reached by its key or a unique key, each
 * step one atomic update. What comes in and goes out are the records of {@code jo.sawt.channels.sms}; it knows no desk.
 */
@NullMarked
package jo.sawt.channels.sms.mongo;

import org.jspecify.annotations.NullMarked;

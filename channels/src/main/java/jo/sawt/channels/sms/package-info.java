/**
 * SMS and WhatsApp through Twilio. Signed form webhooks come in and become inbound messages of the desk, and what is owed
 * to a citizen goes out as one POST per attempt. What the channel itself must remember lives in three small stores: what a
 * number has consented to and the rest of a long answer ({@link jo.sawt.channels.sms.Correspondents}), the short texts
 * the channel owes on its own account ({@link jo.sawt.channels.sms.Notices}), and what became of each message sent ({@link
 * jo.sawt.channels.sms.Deliveries}). It knows of the desk nothing but its ports, and no rule about tickets.
 */
@NullMarked
package jo.sawt.channels.sms;

import org.jspecify.annotations.NullMarked;

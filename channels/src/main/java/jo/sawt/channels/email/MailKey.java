package jo.sawt.channels.email;

/** The secret that marks are signed with: made once, and the same on every node. */
public interface MailKey {
    byte[] bytes();
}

package jo.sawt.channels.email;

import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.search.FlagTerm;
import java.io.IOException;
import java.io.InputStream;
import jo.sawt.ticketing.DeskUnavailable;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;

/** The folder that citizens' mail comes to, open. A message is marked as seen only after it is stored. */
final class Mailbox implements AutoCloseable {
    /** Of a larger message the beginning is read, which holds its text. */
    private static final int LARGEST = 30 << 20;

    private final Store store;
    private final IMAPFolder folder;
    private final MailIntake intake;
    private int counted;

    private Mailbox(Store store, IMAPFolder folder, MailIntake intake) {
        this.store = store;
        this.folder = folder;
        this.intake = intake;
    }

    static Mailbox open(MailServer server, MailIntake intake) throws MessagingException {
        Store store = Session.getInstance(server.properties()).getStore(server.scheme());
        MailServer.Login login = server.login().orElseThrow(() -> new MessagingException("IMAP needs a user"));
        store.connect(server.host(), server.port(), login.user(), login.password());
        try {
            IMAPFolder folder = (IMAPFolder) store.getFolder(server.folder());
            folder.open(Folder.READ_WRITE);
            return new Mailbox(store, folder, intake);
        } catch (MessagingException e) {
            store.close();
            throw e;
        }
    }

    /** Takes all that is unseen, oldest first; how many. The store being away ends it, and the rest stays unseen. */
    int readNew() throws MessagingException, IOException {
        counted = folder.getMessageCount();
        Message[] unseen = folder.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false));
        FetchProfile profile = new FetchProfile();
        profile.add(FetchProfile.Item.FLAGS);
        folder.fetch(unseen, profile);
        int read = 0;
        for (Message message : unseen) {
            if (!message.isExpunged() && !message.isSet(Flags.Flag.SEEN)) {
                try (InputStream in = ((IMAPMessage) message).getMimeStream()) {
                    intake.take(in.readNBytes(LARGEST));
                }
                message.setFlag(Flags.Flag.SEEN, true);
                read++;
            }
        }
        return read;
    }

    /** Returns when the server tells of something, or told of it while we read, or when {@link #wake} is called. */
    void await() throws MessagingException {
        if (folder.getMessageCount() == counted) {
            folder.idle(true);
        }
    }

    /** Ends the waiting of another thread, and shows whether the connection still lives. */
    void wake() throws MessagingException {
        folder.getMessageCount();
    }

    boolean isOpen() {
        return folder.isOpen();
    }

    @Override
    public void close() {
        try {
            if (folder.isOpen()) {
                folder.close(false);
            }
            store.close();
        } catch (MessagingException e) {
            throw new DeskUnavailable("the mailbox could not be closed", e);
        }
    }
}

package jo.sawt.channels.email;

import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import jakarta.mail.search.ComparisonTerm;
import jakarta.mail.search.FlagTerm;
import jakarta.mail.search.ReceivedDateTerm;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import jo.sawt.ticketing.DeskUnavailable;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;

/**
 * The folder that citizens' mail comes to, open. Reading goes on after the last message that is stored, by its number, and
 * takes what is unseen besides; a message is marked as seen only after it is stored.
 */
final class Mailbox implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Mailbox.class.getName());
    /** A file of 25 MiB and its encoding fit in; of a larger message the beginning goes to quarantine. */
    private static final int LARGEST = 40 << 20;

    private static final int MOST_TRIES = 3;
    /** When the numbers no longer hold, what is older than this before the last reading was stored then. */
    private static final Duration OVERLAP = Duration.ofDays(2);

    private final Store store;
    private final IMAPFolder folder;
    private final String name;
    private final MailIntake intake;
    private final MailPlaces places;
    private final InstantSource clock;
    private final Map<Long, Integer> failures;
    private int counted;
    private long reached;

    private Mailbox(Store store, IMAPFolder folder, MailServer server, Reading reading) {
        this.store = store;
        this.folder = folder;
        this.name = server.mailbox();
        this.intake = reading.intake();
        this.places = reading.places();
        this.clock = reading.clock();
        this.failures = reading.failures();
    }

    /** What messages are read with; {@code failures} outlives the connection. */
    record Reading(
            MailIntake intake, MailPlaces places, Doors doors, InstantSource clock, Map<Long, Integer> failures) {}

    static Mailbox open(MailServer server, Reading reading) throws MessagingException {
        Store store = Session.getInstance(reading.doors().properties(server)).getStore(server.scheme());
        if (server.login().isEmpty()) {
            throw new MessagingException("IMAP needs a user");
        }
        reading.doors().connect(server, store);
        try {
            IMAPFolder folder = (IMAPFolder) store.getFolder(server.folder());
            folder.open(Folder.READ_WRITE);
            return new Mailbox(store, folder, server, reading);
        } catch (MessagingException e) {
            store.close();
            throw e;
        }
    }

    /** Takes all that is new, oldest first; how many. The store being away ends it, and the rest is read later. */
    int readNew() throws MessagingException, IOException {
        counted = folder.getMessageCount();
        long validity = folder.getUIDValidity();
        Optional<MailPlaces.Place> place = places.find(name);
        long from = place.filter(it -> it.validity() == validity)
                .map(MailPlaces.Place::uid)
                .orElse(last());
        Map<Long, Message> fresh = fresh(place, validity);
        reached = from;
        List<Map.Entry<Long, Message>> all = List.copyOf(fresh.entrySet());
        try {
            for (int i = 0; i < all.size(); i += MailBatch.MOST) {
                take(all.subList(i, Math.min(all.size(), i + MailBatch.MOST)));
            }
        } finally {
            if (!fresh.isEmpty() || place.isEmpty()) {
                places.reached(name, new MailPlaces.Place(validity, reached, clock.instant()));
            }
        }
        return fresh.size();
    }

    private long last() throws MessagingException {
        return Math.max(0, folder.getUIDNext() - 1);
    }

    private Map<Long, Message> fresh(Optional<MailPlaces.Place> place, long validity) throws MessagingException {
        Map<Long, Message> fresh = new TreeMap<>();
        add(fresh, folder.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false)));
        if (place.isPresent() && place.get().validity() == validity) {
            long last = place.get().uid();
            add(fresh, folder.getMessagesByUID(last + 1, UIDFolder.LASTUID));
            // the range always has the last message of the folder in it, RFC 9051
            fresh.entrySet().removeIf(it -> it.getKey() <= last && isSeen(it.getValue()));
        } else if (place.isPresent()) {
            LOG.log(System.Logger.Level.WARNING, "the mailbox has new numbers; what came lately is gone through again");
            MailMeters.mailbox("renumbered");
            Date since = Date.from(place.get().at().minus(OVERLAP));
            add(fresh, folder.search(new ReceivedDateTerm(ComparisonTerm.GE, since)));
        }
        return fresh;
    }

    private static boolean isSeen(Message message) {
        try {
            return message.isSet(Flags.Flag.SEEN);
        } catch (MessagingException e) {
            return false;
        }
    }

    private void add(Map<Long, Message> fresh, Message[] messages) throws MessagingException {
        FetchProfile known = new FetchProfile();
        known.add(UIDFolder.FetchProfileItem.UID);
        known.add(FetchProfile.Item.FLAGS);
        folder.fetch(messages, known);
        for (Message message : messages) {
            if (message != null) {
                fresh.put(folder.getUID(message), message);
            }
        }
    }

    /** Takes some; what was stored is marked as seen whatever became of the others. */
    private void take(List<Map.Entry<Long, Message>> part) throws MessagingException {
        try (MailBatch batch = new MailBatch(intake)) {
            Optional<MessagingException> lost = fetch(part, batch);
            Optional<RuntimeException> failed = batch.take();
            seen(part, batch.stored());
            if (lost.isPresent()) {
                throw lost.get();
            }
            if (failed.isPresent()) {
                throw failed.get();
            }
        }
    }

    /** What ended the fetching early, where something did. */
    private Optional<MessagingException> fetch(List<Map.Entry<Long, Message>> part, MailBatch batch) {
        for (Map.Entry<Long, Message> each : part) {
            try {
                if (!each.getValue().isExpunged()) {
                    batch.add(each.getKey(), fetched(each.getKey(), (IMAPMessage) each.getValue()));
                }
            } catch (MessagingException e) {
                return Optional.of(e);
            } catch (IOException e) {
                return Optional.of(new MessagingException("a letter could not be fetched", e));
            }
        }
        return Optional.empty();
    }

    private RawLetter fetched(long uid, IMAPMessage message) throws MessagingException, IOException {
        try (InputStream in = message.getMimeStream()) {
            RawLetter raw = RawLetter.spool(in, LARGEST);
            failures.remove(uid);
            return raw;
        } catch (MessagingException | IOException e) {
            if (failures.merge(uid, 1, Integer::sum) < MOST_TRIES) {
                throw e;
            }
            LOG.log(System.Logger.Level.WARNING, "message {0} cannot be fetched; it stays in the mailbox", uid);
            return RawLetter.unfetched(unfetched(uid));
        }
    }

    private void seen(List<Map.Entry<Long, Message>> part, Set<Long> stored) throws MessagingException {
        Message[] taken = part.stream()
                .filter(each -> stored.contains(each.getKey()))
                .map(Map.Entry::getValue)
                .toArray(Message[]::new);
        if (taken.length > 0) {
            folder.setFlags(taken, new Flags(Flags.Flag.SEEN), true);
        }
        for (Map.Entry<Long, Message> each : part) {
            if (!stored.contains(each.getKey()) && !each.getValue().isExpunged()) {
                return;
            }
            reached = Math.max(reached, each.getKey());
        }
    }

    /** Stands for the message in quarantine, and says where it is. */
    private byte[] unfetched(long uid) {
        return ("X-Sawt-Unfetched: " + name + " " + uid + "\r\n\r\n").getBytes(StandardCharsets.UTF_8);
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

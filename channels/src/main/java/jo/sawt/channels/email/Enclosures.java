package jo.sawt.channels.email;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import jo.sawt.ticketing.Attachment;
import jo.sawt.ticketing.DeskUnavailable;
import jo.sawt.ticketing.Filed;
import jo.sawt.ticketing.Files;
import jo.sawt.ticketing.InboundMessage;

/** What came with a letter, stored: that which may be kept, and the types of the rest. */
record Enclosures(List<Attachment> kept, List<String> left) {
    Enclosures {
        kept = List.copyOf(kept);
        left = List.copyOf(left);
    }

    static Enclosures of(Letter letter, Files files, String owner) {
        List<Attachment> kept = new ArrayList<>();
        List<String> left = new ArrayList<>();
        for (Enclosed enclosed : letter.enclosed()) {
            Filed filed = kept.size() < InboundMessage.MOST_FILES
                    ? take(enclosed, files, owner)
                    : new Filed.Refused("refused.file-count");
            switch (filed) {
                case Filed.Kept stored -> kept.add(stored.file());
                case Filed.Refused refused -> left.add(enclosed.type());
            }
        }
        return new Enclosures(kept, left);
    }

    private static Filed take(Enclosed enclosed, Files files, String owner) {
        try (InputStream in = enclosed.content().open()) {
            return files.take(enclosed.name(), in, owner);
        } catch (DeskUnavailable e) {
            throw e;
        } catch (MessagingException | IOException | RuntimeException e) {
            // an encoding that is broken: the letter is taken without it, and it stays in the mailbox
            return new Filed.Refused("refused.file-broken");
        }
    }
}

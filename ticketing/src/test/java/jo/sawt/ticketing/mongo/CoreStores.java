package jo.sawt.ticketing.mongo;

import com.mongodb.client.MongoDatabase;
import java.time.InstantSource;
import jo.sawt.ticketing.Attachments;
import jo.sawt.ticketing.Corrections;
import jo.sawt.ticketing.Gaps;
import jo.sawt.ticketing.Tickets;
import jo.sawt.ticketing.Tokens;
import jo.sawt.ticketing.Users;

/** All that the core keeps, in one database, as a contract asks for it. */
public record CoreStores(
        Tickets tickets, Gaps gaps, Corrections corrections, Attachments attachments, Users users, Tokens tokens) {
    public static CoreStores open(MongoDatabase database) {
        InstantSource clock = InstantSource.system();
        return new CoreStores(
                MongoTickets.open(database, clock),
                MongoGaps.open(database, clock),
                MongoCorrections.open(database, clock),
                MongoAttachments.open(database, clock),
                new MongoUsers(database),
                new MongoTokens(database));
    }
}

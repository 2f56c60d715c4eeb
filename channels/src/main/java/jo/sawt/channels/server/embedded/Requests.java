package jo.sawt.channels.server.embedded;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.ClientRequest;
import de.bwaldvogel.mongo.wire.message.MessageHeader;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import de.bwaldvogel.mongo.wire.message.MongoQuery;
import de.bwaldvogel.mongo.wire.message.MongoReply;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers the requests of one connection, away from the thread that reads it. */
@SuppressWarnings("FutureReturnValueIgnored") // a connection that fails is closed; there is nobody to tell
final class Requests extends SimpleChannelInboundHandler<ClientRequest> {
    private final Gate gate;
    private final Commands commands;
    private final Executor threads;
    private final AtomicInteger replies = new AtomicInteger();

    Requests(Gate gate, Commands commands, Executor threads) {
        this.gate = gate;
        this.commands = commands;
        this.threads = threads;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, ClientRequest request) {
        threads.execute(() -> answer(context, request));
    }

    private void answer(ChannelHandlerContext context, ClientRequest request) {
        boolean answered = false;
        try {
            var header = new MessageHeader(
                    replies.incrementAndGet(), request.getHeader().getRequestID());
            // a driver greets in the old form, and goes on in the new
            if (request instanceof MongoQuery query && query.getCollectionName().equals("$cmd")) {
                Document reply = run(context, query.getDatabaseName(), query.getQuery());
                context.writeAndFlush(new MongoReply(header, reply));
                answered = true;
            } else if (request instanceof MongoMessage message) {
                Document reply = run(context, message.getDatabaseName(), message.getDocument());
                context.writeAndFlush(new MongoMessage(context.channel(), header, reply));
                answered = true;
            }
        } finally {
            if (!answered) {
                context.close();
            }
        }
    }

    private Document run(ChannelHandlerContext context, String database, Document command) {
        return gate.check(context.channel(), command)
                .orElseGet(() -> commands.run(context.channel(), database, command));
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        context.close(); // what cannot be read is no client of ours
    }
}

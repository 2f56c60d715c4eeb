package jo.sawt.channels.server.embedded;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;
import java.util.concurrent.TimeUnit;

/** Bounds what a connection may send, and how long it may stay, before it has shown the password. */
@SuppressWarnings("FutureReturnValueIgnored") // a connection that fails is closed; there is nobody to tell
final class Stranger extends ChannelInboundHandlerAdapter {
    private static final int BYTES = 64 * 1024;
    private static final int SECONDS = 10;
    private int received;

    @Override
    public void channelActive(ChannelHandlerContext context) {
        context.executor()
                .schedule(
                        () -> {
                            if (!Gate.isInside(context.channel())) {
                                context.close();
                            }
                        },
                        SECONDS,
                        TimeUnit.SECONDS);
        context.fireChannelActive();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (Gate.isInside(context.channel())) {
            context.pipeline().remove(this);
        } else if (message instanceof ByteBuf bytes) {
            received += bytes.readableBytes();
        }
        if (received > BYTES && !Gate.isInside(context.channel())) {
            ReferenceCountUtil.release(message);
            context.close();
            return;
        }
        context.fireChannelRead(message);
    }
}

package jo.sawt.channels.server.embedded;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Map;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.jspecify.annotations.Nullable;

/** Keeps documents in the file as BSON. */
final class BsonType extends BasicDataType<Document> {
    private static final int ENTRY = 48;

    @Override
    public int getMemory(Document document) {
        return memory(document);
    }

    private static int memory(@Nullable Object value) {
        return switch (value) {
            case String text -> 2 * text.length() + ENTRY;
            case Map<?, ?> map -> {
                int sum = ENTRY;
                for (Map.Entry<?, ?> entry : map.entrySet()) {
                    sum += memory(entry.getValue()) + ENTRY;
                }
                yield sum;
            }
            case Collection<?> values -> {
                int sum = ENTRY;
                for (Object element : values) {
                    sum += memory(element);
                }
                yield sum;
            }
            case null, default -> ENTRY;
        };
    }

    @Override
    public void write(WriteBuffer target, Document document) {
        ByteBuf bytes = Unpooled.buffer(1024);
        BsonEncoder.encodeDocument(document, bytes);
        target.put(bytes.array(), bytes.arrayOffset(), bytes.readableBytes());
    }

    @Override
    public Document read(ByteBuffer source) {
        ByteBuf bytes = Unpooled.wrappedBuffer(source);
        Document document = BsonDecoder.decodeBson(bytes);
        source.position(source.position() + bytes.readerIndex());
        return document;
    }

    @Override
    public Document[] createStorage(int size) {
        return new Document[size];
    }
}

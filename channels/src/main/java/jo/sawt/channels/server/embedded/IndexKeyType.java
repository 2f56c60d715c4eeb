package jo.sawt.channels.server.embedded;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.Document;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** Keeps the keys of an index in the file as BSON, in the order of MongoDB's values. */
final class IndexKeyType extends BasicDataType<KeyValue> {
    private static final String FIELD = "k";
    private final BsonType documents = new BsonType();

    @Override
    public int compare(KeyValue a, KeyValue b) {
        ValueComparator values = ValueComparator.ascWithoutListHandling();
        for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
            int order = values.compare(a.get(i), b.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(a.size(), b.size());
    }

    @Override
    public int getMemory(KeyValue key) {
        return documents.getMemory(document(key));
    }

    @Override
    public void write(WriteBuffer target, KeyValue key) {
        documents.write(target, document(key));
    }

    @Override
    public KeyValue read(ByteBuffer source) {
        return new KeyValue((List<?>) documents.read(source).get(FIELD));
    }

    private static Document document(KeyValue key) {
        List<Object> values = new ArrayList<>(key.size());
        key.forEach(values::add);
        return new Document(FIELD, values);
    }

    @Override
    public KeyValue[] createStorage(int size) {
        return new KeyValue[size];
    }
}

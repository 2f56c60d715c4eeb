package jo.sawt.knowledge.linear;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** How a trained model is written to a file and read again. */
public interface ModelFormat<T> {
    void write(T model, DataOutput out) throws IOException;

    /** Throws where it is no such model. */
    T read(DataInput in) throws IOException;
}

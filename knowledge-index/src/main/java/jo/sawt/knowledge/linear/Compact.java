package jo.sawt.knowledge.linear;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Whole numbers in as few bytes as they need, seven bits a byte: most numbers in a model are small. */
final class Compact {
    private static final int BITS = 7;
    private static final int MORE = 1 << BITS;
    private static final int MOST = 64 / BITS;

    private Compact() {}

    /** Taken as unsigned. */
    static void write(DataOutput out, long number) throws IOException {
        long left = number;
        while ((left & -MORE) != 0) {
            out.writeByte(((int) left & (MORE - 1)) | MORE);
            left >>>= BITS;
        }
        out.writeByte((int) left);
    }

    static long read(DataInput in) throws IOException {
        long number = 0;
        for (int at = 0; at <= MOST; at++) {
            byte next = in.readByte();
            number |= (long) (next & (MORE - 1)) << (at * BITS);
            if (next >= 0) {
                return number;
            }
        }
        throw new IOException("a number is too long");
    }
}

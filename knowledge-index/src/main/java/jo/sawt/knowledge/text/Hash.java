package jo.sawt.knowledge.text;

/** 64-bit hashes of features: FNV-1a over the letters, mixed at the end so that low bits are good too. */
final class Hash {
    static final long START = 0xcbf29ce484222325L;
    static final long GRAM = next(START, '#');
    private static final long PRIME = 0x100000001b3L;

    private Hash() {}

    static long of(String text) {
        return mixed(chained(START, text));
    }

    static long pair(String first, String second) {
        return mixed(chained(next(chained(START, first), ' '), second));
    }

    static long next(long hash, int letter) {
        return (hash ^ letter) * PRIME;
    }

    /** The finalizer of MurmurHash3. */
    static long mixed(long hash) {
        long mixed = hash;
        mixed = (mixed ^ (mixed >>> 33)) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ (mixed >>> 33);
    }

    private static long chained(long hash, String text) {
        long chained = hash;
        for (int at = 0; at < text.length(); at++) {
            chained = next(chained, text.charAt(at));
        }
        return chained;
    }
}

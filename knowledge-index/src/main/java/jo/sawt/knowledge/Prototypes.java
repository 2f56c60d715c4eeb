package jo.sawt.knowledge;

/** One record of each kind that has every list of objects and every number, for what must know all fields of a kind. */
final class Prototypes {
    private static final String NAMED = "{\"id\":\"x\",\"name\":{\"ar\":\"x\",\"en\":\"x\"}";
    private static final String BOTH = "{\"ar\":\"x\",\"en\":\"x\"}";
    private static final String TARGETS =
            ",\"targets\":[{\"label\":" + BOTH + ",\"bound\":\"at-most\",\"value\":1,\"unit\":\"days\"}]}";

    private Prototypes() {}

    static String of(RecordKind kind) {
        return switch (kind) {
            case DEPARTMENTS -> NAMED + ",\"serviceCount\":1,\"automatedCount\":1,\"confirmEveryDays\":1}";
            case SERVICES ->
                NAMED + ",\"department\":\"x\",\"summary\":" + BOTH + ",\"duration\":{\"days\":1},\"fees\":[{\"label\":"
                        + BOTH + ",\"amount\":1}]}";
            case CENTERS ->
                NAMED + ",\"governorate\":\"x\",\"lat\":1,\"lon\":1,\"status\":\"operating\",\"departments\":[]}";
            case LIFE_EVENTS -> NAMED + "}";
            case UTTERANCES -> "{\"service\":\"x\",\"text\":\"x\",\"register\":\"msa\",\"facet\":\"fees\"}";
            case DOCUMENTS -> "{\"id\":\"x\",\"title\":\"x\",\"text\":\"x\"}";
            case CHARTERS -> NAMED + ",\"department\":\"x\",\"promise\":" + BOTH + TARGETS;
            case AGREEMENTS -> NAMED + ",\"parties\":[\"x\",\"y\"],\"purpose\":" + BOTH + TARGETS;
            case INDICATORS ->
                NAMED + ",\"dimension\":\"time\",\"unit\":\"days\",\"formula\":" + BOTH
                        + ",\"target\":1,\"values\":[{\"period\":\"2025\",\"value\":1}]}";
            case SYNONYMS -> "{\"id\":\"x\",\"said\":[\"x\"],\"means\":[\"y\"]}";
        };
    }
}

package jo.sawt.assistant.langchain;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Data in delimited blocks, whose ends nobody outside can guess, so that no text can leave its block. */
final class Blocks {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final StringBuilder text = new StringBuilder();
    private final String mark;

    Blocks() {
        byte[] bytes = new byte[6];
        RANDOM.nextBytes(bytes);
        this.mark = HexFormat.of().formatHex(bytes);
    }

    /** Braces are parted, since LangChain4j reads two together as a variable of a template. */
    Blocks with(String name, String data) {
        String harmless = data.replace("{", "( ").replace("}", " )");
        text.append("BEGIN ").append(name).append(' ').append(mark).append('\n');
        text.append(harmless).append('\n');
        text.append("END ").append(name).append(' ').append(mark).append('\n');
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}

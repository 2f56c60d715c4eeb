package jo.sawt.assistant.langchain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jo.sawt.knowledge.Proposer;
import jo.sawt.knowledge.SampleRegistry;
import jo.sawt.knowledge.ServiceId;
import jo.sawt.knowledge.ServiceRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OpenAiProposerTest {
    private final ModelPeer peer = new ModelPeer();
    private final ServiceRecord renewal = SampleRegistry.load(InstantSource.system())
            .service(new ServiceId("passport-renewal"))
            .orElseThrow();

    @AfterEach
    void close() {
        peer.close();
    }

    private Proposer proposer() {
        return new OpenAiProposer(new ModelServer(peer.url(), Optional.empty(), "peer", Duration.ofSeconds(4)));
    }

    @Test
    void aModelThinksOfWaysFromWhatIsPublished() {
        Map<String, String> asked = new HashMap<>();
        peer.says(blocks -> {
            asked.put("service", ModelPeer.block(blocks, "SERVICE"));
            ObjectNode said = JsonNodeFactory.instance.objectNode();
            said.putArray("ways").add("جوازي خلص شو أعمل").add(" ").add("my passport has expired");
            return said.toString();
        });

        assertThat(proposer().ways(renewal)).containsExactly("جوازي خلص شو أعمل", "my passport has expired");
        assertThat(asked.get("service"))
                .contains(renewal.name().ar(), renewal.summary().en());
    }

    @Test
    void whatAModelGivesWithoutWaysIsNothing() {
        peer.says(blocks -> "{}");
        assertThat(proposer().ways(renewal)).isEqualTo(List.of());
    }
}

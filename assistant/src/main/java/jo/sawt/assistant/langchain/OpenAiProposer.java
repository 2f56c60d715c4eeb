package jo.sawt.assistant.langchain;

import dev.langchain4j.service.AiServices;
import dev.langchain4j.service.Result;
import java.util.List;
import java.util.stream.Stream;
import jo.sawt.knowledge.Lang;
import jo.sawt.knowledge.Proposer;
import jo.sawt.knowledge.ServiceRecord;

/** Ways of asking from any OpenAI-compatible server, through LangChain4j. It is given what the registry publishes and nothing else. */
public final class OpenAiProposer implements Proposer {
    private static final int MOST = 20;

    private final Phrasing phrasing;

    public OpenAiProposer(ModelServer server) {
        this.phrasing = AiServices.create(Phrasing.class, OpenAiLanguageModel.chat(server));
    }

    @Override
    public List<String> ways(ServiceRecord service) {
        String described = service.name().in(Lang.AR) + "\n"
                + service.name().in(Lang.EN) + "\n"
                + service.summary().in(Lang.AR) + "\n"
                + service.summary().in(Lang.EN);
        Result<Phrasing.Ways> result =
                phrasing.ways(new Blocks().with("SERVICE", described).toString());
        return Stream.ofNullable(result.content())
                .flatMap(said -> Stream.ofNullable(said.ways()))
                .flatMap(List::stream)
                .filter(way -> !way.isBlank())
                .limit(MOST)
                .toList();
    }
}

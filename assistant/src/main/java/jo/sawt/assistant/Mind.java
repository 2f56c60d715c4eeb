package jo.sawt.assistant;

import java.time.InstantSource;
import java.util.function.Function;
import jo.sawt.knowledge.Registry;
import jo.sawt.knowledge.Search;
import jo.sawt.knowledge.ServiceFinder;

/**
 * Everything the assistant thinks with, put together once it has learned.
 *
 * @param finding the same dialogue with something else that finds services
 */
record Mind(
        Dialogue dialogue,
        Function<ServiceFinder, Dialogue> finding,
        Previews previews,
        Grounding grounding,
        Taught taught,
        Toolshed tools) {
    static Mind of(
            Registry registry,
            ServiceFinder finder,
            Search search,
            Models models,
            Judgement judgement,
            Lexicon lexicon,
            InstantSource clock) {
        Taught taught = new Taught();
        Lexicon places = Lexicon.load("places.txt");
        Territories territories = new Territories(registry, places);
        Names names = new Names(registry);
        Replies replies = new Replies(names);
        FacetReader facets = new FacetReader(models.facets(), lexicon, new Manner(lexicon));
        Reader reader = new Reader(lexicon, places, new Languages(models.latin()));
        Picks picks = new Picks(lexicon);
        Function<ServiceFinder, Dialogue.Understanding> understandings = by -> new Dialogue.Understanding(
                reader,
                new Understander(models, judgement, by, lexicon, territories, facets, taught),
                picks,
                lexicon,
                names);
        Dialogue.Understanding understanding = understandings.apply(finder);
        DepartmentReader departments = new DepartmentReader(registry, models, territories, taught);
        Matters matters = new Matters(registry, departments, replies, lexicon);
        Answers answers = new Answers(registry, search, new ServiceAnswers(registry, lexicon, clock), lexicon);
        HandOvers handOvers = new HandOvers(names);
        Dialogue dialogue = new Dialogue(understanding, answers, matters, handOvers, replies);
        Grounding grounding = new Grounding(understanding.reader(), understanding.understander(), departments);
        Toolshed tools = new Toolshed(
                dialogue,
                finder,
                understanding.reader(),
                understanding.understander(),
                matters,
                new Centers(registry, clock),
                names);
        return new Mind(
                dialogue,
                by -> new Dialogue(understandings.apply(by), answers, matters, handOvers, replies),
                new Previews(names, replies),
                grounding,
                taught,
                tools);
    }
}

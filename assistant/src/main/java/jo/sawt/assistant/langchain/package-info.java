/**
 * The edge to an OpenAI-compatible model server: masked text goes out in delimited blocks, checked words come back. It alone
 * knows LangChain4j, and none of it loads unless a model is configured.
 */
@NullMarked
package jo.sawt.assistant.langchain;

import org.jspecify.annotations.NullMarked;

@NullMarked
package jo.sawt.assistant.langchain;

import org.jspecify.annotations.NullMarked;

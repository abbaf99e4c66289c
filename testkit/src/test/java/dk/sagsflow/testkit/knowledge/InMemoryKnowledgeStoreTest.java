package dk.sagsflow.testkit.knowledge;

import dk.sagsflow.knowledge.history.KnowledgeStore;

class InMemoryKnowledgeStoreTest extends KnowledgeStoreContract {
    @Override
    protected KnowledgeStore emptyStore() {
        return KnowledgeStore.inMemory();
    }
}

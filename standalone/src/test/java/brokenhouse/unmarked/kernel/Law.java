package brokenhouse.unmarked.kernel;

class Law {}

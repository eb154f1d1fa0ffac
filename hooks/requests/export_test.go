package requests

// AnswersHash lends the hash to the tests that use the database.
var AnswersHash = answersHash

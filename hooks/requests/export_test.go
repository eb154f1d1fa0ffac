package requests

// AnswersHash lends the hash to the tests that use the database.
var AnswersHash = answersHash

// StatusByKeyword answers a message to the office's number.
var StatusByKeyword = statusByKeyword

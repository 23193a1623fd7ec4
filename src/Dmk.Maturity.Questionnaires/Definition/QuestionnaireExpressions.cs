namespace Dmk.Maturity.Questionnaires;

/// <summary>Expressions over the variables of a questionnaire, as index models have them (<c>value:</c>).</summary>
public static class QuestionnaireExpressions
{
    extension(Expression)
    {
        /// <summary>Parses and types an expression over a questionnaire's variables.</summary>
        /// <param name="place">Where its first character stands; what follows is taken to stand in the same line.</param>
        public static Parsed<Expression> Parse(string source, FilePosition place, Questionnaire questionnaire)
        {
            var problems = new List<Problem>();
            return new(
                Expression.Parse(source, offset => place with { Column = place.Column + offset }, questionnaire.Names, problems),
                problems
            );
        }

        /// <summary>As written in an author's file, with the exact place of each mistake.</summary>
        public static Parsed<Expression> Parse(YamlScalar source, Questionnaire questionnaire)
        {
            var problems = new List<Problem>();
            return new(Expression.Parse(source.Value, source.PlaceAt, questionnaire.Names, problems), problems);
        }
    }
}

namespace Dmk.Maturity.Questionnaires;

/// <summary>Who is asked: all conditions of a question, from its section inwards.</summary>
public static class Conditions
{
    extension(Questionnaire questionnaire)
    {
        /// <summary>The conditions that must all be true for a question to be asked; none where everybody is. Those within a roster are
        /// looked at for each item.</summary>
        public IReadOnlyList<Expression> ConditionsOf(Question question)
        {
            foreach (var section in questionnaire.Sections)
            {
                foreach (var outer in section.Questions)
                {
                    var inner = outer is Question.Roster roster ? roster.Questions.FirstOrDefault(one => one.Id == question.Id) : null;
                    if (outer.Id == question.Id || inner is not null)
                    {
                        IEnumerable<Expression?> all =
                        [
                            section.When,
                            .. outer.GroupConditions,
                            outer.When,
                            .. inner?.GroupConditions ?? [],
                            inner?.When,
                        ];
                        return [.. all.OfType<Expression>()];
                    }
                }
            }

            throw new ArgumentException($"'{question.Id}' is no question of {questionnaire.Id}.", nameof(question));
        }
    }
}

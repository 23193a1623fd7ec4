using System.Diagnostics;
using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.GraphQL;

/// <summary>How an interval was made.</summary>
internal sealed class IntervalMethodType()
    : DescribedEnum<IntervalMethod>(
        "IntervalMethod",
        "How an interval was made from an estimate and its standard error.",
        static method =>
            method switch
            {
                IntervalMethod.StudentT => "Estimate plus and minus t times the standard error.",
                IntervalMethod.Logit => "The same on the logit of the scale, brought back: no end lies outside of the scale.",
                IntervalMethod.AdjustedStudentT => "Student's t, with residuals enlarged as they are taken from an estimated mean.",
                IntervalMethod.AdjustedLogit => "Logit, with residuals enlarged as they are taken from an estimated mean.",
                IntervalMethod.ClopperPearson => "Nothing varies: bounds after Clopper and Pearson for the effective respondents.",
                IntervalMethod.Exact => "All units have answered: there is no uncertainty from sampling.",
                IntervalMethod.Woodruff => "Quantiles at the ends of the interval of the distribution function.",
                IntervalMethod.None => "There is none.",
                _ => throw new UnreachableException(),
            }
    );

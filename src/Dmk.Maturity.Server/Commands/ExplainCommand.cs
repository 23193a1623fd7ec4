using System.CommandLine;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Server;

/// <summary><c>questionnaire explain [CODE]</c>: what a code of a problem means and what to do; without one, all codes.</summary>
internal static class ExplainCommand
{
    public static Command Create()
    {
        var code = new Argument<string?>("CODE")
        {
            Description = "As in unknown-key; all codes are listed without it.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new Command("explain", "Says what a code that 'check' reports means, and what to do.") { code };
        command.SetAction(parsed => Explain(parsed.GetValue(code), parsed.InvocationConfiguration.Output));
        return command;
    }

    private static int Explain(string? code, TextWriter output)
    {
        if (code is null)
        {
            foreach (var one in ProblemCatalogue.All)
            {
                output.WriteLine($"{one.Code} ({Severities(one)}): {one.Meaning}");
            }

            return ExitCode.Good;
        }

        if (ProblemCatalogue.Find(code) is not { } found)
        {
            var near = NearMiss.Of(code, ProblemCatalogue.All.Select(one => one.Code));
            throw new FaultException(
                $"There is no code '{code}'.{(near is null ? " 'questionnaire explain' lists all." : $" Did you mean '{near}'?")}"
            );
        }

        output.WriteLine($"{found.Code} ({Severities(found)})");
        output.WriteLine(found.Meaning);
        output.WriteLine($"What to do: {found.Remedy}");
        if (found.Example is { } example)
        {
            output.WriteLine($"Example:    {example}");
        }

        return ExitCode.Good;
    }

    private static string Severities(ProblemCode code) =>
        string.Join(" or ", code.Severities.Select(severity => severity == Severity.Error ? "error" : "warning"));
}
